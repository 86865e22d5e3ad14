//! Timestamps of an authority (RFC 3161): the query that asks for one, and what the response says. The authority's
//! signature is not checked here and nothing is trusted for it: that is `openssl ts -verify`, with a root certificate
//! that the verifier trusts.

use cms::cert::x509::spki::AlgorithmIdentifier;
use cms::signed_data::SignedData;
use der::asn1::{Int, Null, ObjectIdentifier, OctetString};
use der::oid::db::rfc5912::ID_SHA_256;
use der::{Any, Decode as _, Encode as _};
use x509_tsp::{MessageImprint, TimeStampReq, TimeStampResp, TspVersion, TstInfo};

use crate::hash::Hash;

/// The kind of signed content that a timestamp is: id-ct-TSTInfo.
const TIMESTAMP_CONTENT: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// A question to an authority: when was something with this hash there?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// SHA-256 of what is to be timestamped.
    pub imprint: Hash,
    /// A number by which the answer to this question is told from the answer to another.
    pub nonce: Vec<u8>,
}

/// What a response says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// SHA-256 of what was timestamped.
    pub imprint: Hash,
    /// The number of the question.
    pub nonce: Option<Vec<u8>>,
    /// When, as the authority says (UTC).
    pub time: String,
}

impl Query {
    /// Asks for the time of what has this hash.
    ///
    /// # Errors
    /// What the system said that had no random numbers to give.
    pub fn new(imprint: Hash) -> Result<Self, String> {
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce).map_err(|error| error.to_string())?;
        // Positive, and no shorter than it looks: then its encoding is these very bytes.
        nonce[0] = nonce[0] & 0x7f | 0x40;
        Ok(Self { imprint, nonce: nonce.to_vec() })
    }

    /// The bytes to send to the authority, as `application/timestamp-query`. They ask for its certificate too.
    ///
    /// # Errors
    /// What the encoder says of a nonce or hash that has no encoding.
    pub fn to_der(&self) -> der::Result<Vec<u8>> {
        let hash_algorithm = AlgorithmIdentifier { oid: ID_SHA_256, parameters: Some(Any::encode_from(&Null)?) };
        let hashed_message = OctetString::new(self.imprint.0)?;
        TimeStampReq {
            version: TspVersion::V1,
            message_imprint: MessageImprint { hash_algorithm, hashed_message },
            req_policy: None,
            nonce: Some(Int::new(&self.nonce)?),
            cert_req: true,
            extensions: None,
        }
        .to_der()
    }

    /// Reads a query.
    ///
    /// # Errors
    /// Words that say what it lacks, to follow "it".
    pub fn parse(der: &[u8]) -> Result<Self, String> {
        let request = TimeStampReq::from_der(der).map_err(|error| format!("is no timestamp query ({error})"))?;
        let nonce = request.nonce.ok_or("has no nonce")?.as_bytes().to_vec();
        Ok(Self { imprint: imprint(&request.message_imprint)?, nonce })
    }

    /// Whether `stamp` answers this query.
    pub fn is_answered_by(&self, stamp: &Stamp) -> bool {
        stamp.imprint == self.imprint && stamp.nonce.as_deref() == Some(&self.nonce)
    }
}

impl Stamp {
    /// Reads a response.
    ///
    /// # Errors
    /// Words that say what it lacks, to follow "it".
    pub fn parse(der: &[u8]) -> Result<Self, String> {
        let unreadable = |error: der::Error| format!("is no timestamp response ({error})");
        let response = TimeStampResp::from_der(der).map_err(unreadable)?;
        let Some(token) = response.time_stamp_token else {
            let status = response.status.status as u8;
            return Err(format!("holds no timestamp: the authority refused (status {status})"));
        };
        let envelope = token.content.decode_as::<SignedData>().map_err(unreadable)?;
        let content = envelope.encap_content_info;
        if content.econtent_type != TIMESTAMP_CONTENT {
            return Err("holds something else than a timestamp".to_owned());
        }
        let content = content.econtent.ok_or("holds an empty envelope")?;
        let info = TstInfo::from_der(content.value()).map_err(unreadable)?;
        let time = info.gen_time.to_date_time();
        Ok(Self {
            imprint: imprint(&info.message_imprint)?,
            nonce: info.nonce.map(|nonce| nonce.as_bytes().to_vec()),
            time: format!(
                "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
                time.year(),
                time.month(),
                time.day(),
                time.hour(),
                time.minutes(),
                time.seconds()
            ),
        })
    }
}

fn imprint(imprint: &MessageImprint) -> Result<Hash, String> {
    if imprint.hash_algorithm.oid != ID_SHA_256 {
        return Err("is over another kind of hash than SHA-256".to_owned());
    }
    let bytes = imprint.hashed_message.as_bytes().try_into().map_err(|_| "is over a hash that has not 32 bytes")?;
    Ok(Hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERY: &[u8] = include_bytes!("../tests/timestamps/query.tsq");
    const RESPONSE: &[u8] = include_bytes!("../tests/timestamps/response.tsr");

    #[test]
    fn a_query_is_written_and_read() {
        let query = Query::new(Hash::of(b"a checkpoint")).unwrap();
        let der = query.to_der().unwrap();
        assert_eq!(Query::parse(&der), Ok(query));
        assert_eq!(Query::parse(QUERY).unwrap().to_der().unwrap(), QUERY);
        assert_ne!(Query::new(Hash::of(b"")).unwrap().nonce, Query::new(Hash::of(b"")).unwrap().nonce);
    }

    #[test]
    fn queries_of_openssl_are_read_and_other_hashes_refused() {
        let other = Query::parse(include_bytes!("../tests/timestamps/other-query.tsq")).unwrap();
        assert_eq!(other.imprint, Hash::of(b"x"));
        let refused = Query::parse(include_bytes!("../tests/timestamps/sha512-query.tsq")).unwrap_err();
        assert!(refused.contains("another kind of hash"), "{refused}");
    }

    #[test]
    fn a_response_answers_its_own_query_alone() {
        let stamp = Stamp::parse(RESPONSE).unwrap();
        assert_eq!(stamp.time, "2026-11-22T19:24:18Z");
        let query = Query::parse(QUERY).unwrap();
        assert!(query.is_answered_by(&stamp));
        let other_nonce = Query { nonce: vec![0x41; 16], ..query.clone() };
        assert!(!other_nonce.is_answered_by(&stamp));
        let other_imprint = Query { imprint: Hash::of(b""), ..query.clone() };
        assert!(!other_imprint.is_answered_by(&stamp));
        let without_nonce = Stamp { nonce: None, ..stamp };
        assert!(!query.is_answered_by(&without_nonce));
    }

    #[test]
    fn damaged_responses_are_refused_or_say_something_else_and_never_crash() {
        for place in 0..RESPONSE.len() {
            let mut damaged = RESPONSE.to_vec();
            damaged[place] ^= 0x11;
            let _ = Stamp::parse(&damaged);
            assert!(Stamp::parse(&RESPONSE[..place]).is_err());
        }
        // PKIStatus 2: rejected.
        assert!(Stamp::parse(&[0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02]).unwrap_err().contains("refused (status 2)"));
        assert!(Stamp::parse(QUERY).unwrap_err().contains("is no timestamp response"));
    }
}
