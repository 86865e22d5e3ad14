#!/bin/sh
# Computes the root of a log from one of its entries and the hashes of its proof (RFC 6962 and 9162), with openssl alone,
# and compares it with the root in the checkpoint at the end of the proof.
#   sh check-inclusion.sh ENTRY PROOF
set -eu
hash() { openssl dgst -sha256 -binary | openssl base64 -A; }   # bytes in, Base 64 out
bytes() { printf '%s\n' "$1" | openssl base64 -d -A; }         # Base 64 in, bytes out

index=$(sed -n 's/^index //p' "$2")
siblings=$(sed -e '1,/^index /d' -e '/^$/,$d' "$2")
size=$(sed '1,/^$/d' "$2" | sed -n 2p)
root=$(sed '1,/^$/d' "$2" | sed -n 3p)

node=$( { printf '\000'; cat "$1"; } | hash )                  # a leaf: a byte 0 and the entry
place=$index
last=$((size - 1))
for sibling in $siblings; do                                   # a node: a byte 1, the left hash, the right hash
    if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
        node=$( { printf '\001'; bytes "$sibling"; bytes "$node"; } | hash )
        while [ $((place % 2)) -eq 0 ] && [ "$place" -ne 0 ]; do place=$((place / 2)); last=$((last / 2)); done
    else
        node=$( { printf '\001'; bytes "$node"; bytes "$sibling"; } | hash )
    fi
    place=$((place / 2))
    last=$((last / 2))
done

echo "computed from the entry:  $node"
echo "root in the checkpoint:   $root"
if [ "$index" -lt "$size" ] && [ "$last" -eq 0 ] && [ "$node" = "$root" ]; then
    echo "entry $index IS in the log of $size entries"
else
    echo "entry $index is NOT SHOWN to be in the log"
    exit 1
fi
