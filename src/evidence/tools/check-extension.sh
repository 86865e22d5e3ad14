#!/bin/sh
# Computes, from the hashes of a consistency proof (RFC 6962 and 9162), the root of an earlier and of a later log, with
# openssl alone, and compares both with the roots in their checkpoints: then the later log begins with the earlier one.
#   sh check-extension.sh EARLIER LATER PROOF
set -eu
hash() { openssl dgst -sha256 -binary | openssl base64 -A; }   # bytes in, Base 64 out
bytes() { printf '%s\n' "$1" | openssl base64 -d -A; }         # Base 64 in, bytes out
node() { { printf '\001'; bytes "$1"; bytes "$2"; } | hash; }  # a node: a byte 1, the left hash, the right hash
if grep -qvxE '[A-Za-z0-9+/]{43}=' "$3"; then echo "$3 holds something else than hashes"; exit 1; fi

earlier=$(sed -n 2p "$1"); earlier_root=$(sed -n 3p "$1")
later=$(sed -n 2p "$2"); later_root=$(sed -n 3p "$2")
place=$((earlier - 1)); last=$((later - 1))
while [ $((place % 2)) -eq 1 ]; do place=$((place / 2)); last=$((last / 2)); done
left='' right=''
if [ "$place" -eq 0 ] || [ "$earlier" -eq "$later" ]; then      # a complete tree is itself the first step
    left=$earlier_root right=$earlier_root
fi
[ "$earlier" -eq "$later" ] && last=0
for sibling in $(cat "$3"); do
    [ "$last" -gt 0 ] || { last=-1; break; }                   # more hashes than the way up has steps
    if [ -z "$left" ]; then left=$sibling right=$sibling; continue; fi
    if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
        left=$(node "$sibling" "$left"); right=$(node "$sibling" "$right")
        while [ $((place % 2)) -eq 0 ] && [ "$place" -ne 0 ]; do place=$((place / 2)); last=$((last / 2)); done
    else
        right=$(node "$right" "$sibling")
    fi
    place=$((place / 2)); last=$((last / 2))
done

echo "computed for the earlier log: $left"
echo "root in its checkpoint:       $earlier_root"
echo "computed for the later log:   $right"
echo "root in its checkpoint:       $later_root"
if [ "$(sed -n 1p "$1")" = "$(sed -n 1p "$2")" ] && [ "$earlier" -ge 1 ] && [ "$earlier" -le "$later" ] &&
    [ "$last" -eq 0 ] && [ "$left" = "$earlier_root" ] && [ "$right" = "$later_root" ]; then
    echo "the log of $later entries DOES begin with the log of $earlier entries"
else
    echo "it is NOT SHOWN that the log of $later entries begins with the log of $earlier entries"
    exit 1
fi
