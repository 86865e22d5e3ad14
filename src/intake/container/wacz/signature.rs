//! The signature of a WACZ, as its specification (WACZ Signing and Verification 0.1.0) has it: over the digest of the list of
//! digests, as text, with ECDSA and SHA-256. The key comes with it, by itself or in a certificate, so that it tells whether
//! the signature is whole, and not whose it is.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use cms::cert::x509::Certificate;
use der::{Decode as _, Encode as _};
use ed25519_dalek::Verifier as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What stands before an Ed25519 key in the common way of writing public keys.
const ED25519: &[u8] = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00";

/// What can be said of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was made with the key that it gives.
    Holds,
    /// It was not.
    Broken,
    /// Its key is of a kind that is not known here.
    Unknown,
}

/// Checks the signature in `signedData`.
pub fn check(data: &Value) -> Verdict {
    let text = |key: &str| data.get(key).and_then(Value::as_str);
    let bytes = |key: &str| BASE64_STANDARD.decode(text(key)?.trim()).ok();
    let key = text("domainCert").and_then(key_of).or_else(|| bytes("publicKey"));
    let (Some(hash), Some(signature), Some(key)) = (text("hash"), bytes("signature"), key) else {
        return Verdict::Broken;
    };
    let digest = Sha256::digest(hash.as_bytes());
    let found = p256_holds(&key, &digest, &signature)
        .or_else(|| p384_holds(&key, &digest, &signature))
        .or_else(|| ed25519_holds(&key, hash.as_bytes(), &signature));
    match found {
        Some(true) => Verdict::Holds,
        Some(false) => Verdict::Broken,
        None => Verdict::Unknown,
    }
}

/// The public key of the first certificate in a chain.
fn key_of(chain: &str) -> Option<Vec<u8>> {
    let (_, after) = chain.split_once("-----BEGIN CERTIFICATE-----")?;
    let (written, _) = after.split_once("-----END CERTIFICATE-----")?;
    let written: String = written.split_whitespace().collect();
    let certificate = Certificate::from_der(&BASE64_STANDARD.decode(written).ok()?).ok()?;
    certificate.tbs_certificate.subject_public_key_info.to_der().ok()
}

/// For each curve: whether the signature is made with the key; `None` where that is no key of this curve. Browsers write a
/// signature as two numbers, other tools in DER.
macro_rules! holds {
    ($name:ident, $curve:ident) => {
        fn $name(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
            use $curve::ecdsa::signature::hazmat::PrehashVerifier as _;
            use $curve::ecdsa::{Signature, VerifyingKey};
            use $curve::pkcs8::DecodePublicKey as _;
            let key = VerifyingKey::from_public_key_der(key).or_else(|_| VerifyingKey::from_sec1_bytes(key)).ok()?;
            let signature = Signature::from_slice(signature).or_else(|_| Signature::from_der(signature));
            Some(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
        }
    };
}
holds!(p256_holds, p256);
holds!(p384_holds, p384);

fn ed25519_holds(key: &[u8], message: &[u8], signature: &[u8]) -> Option<bool> {
    let key = key.strip_prefix(ED25519).unwrap_or(key).try_into().ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&key).ok()?;
    let signature = ed25519_dalek::Signature::from_slice(signature);
    Some(signature.is_ok_and(|signature| key.verify(message, &signature).is_ok()))
}
