"""Computes the root of a log from one of its entries and the hashes of its proof (RFC 6962 and 9162), and compares it with
the root in the checkpoint at the end of the proof. Python 3, nothing to install.
    python3 check-inclusion.py ENTRY PROOF"""

import base64, hashlib, sys

entry = open(sys.argv[1], "rb").read()
proof, checkpoint = open(sys.argv[2], encoding="utf-8").read().split("\n\n", 1)
lines = [line for line in proof.split("\n")[1:] if not line.startswith("extra ")]
index = int(lines[0].removeprefix("index "))
siblings = [base64.b64decode(line) for line in lines[1:]]
size, root = int(checkpoint.split("\n")[1]), base64.b64decode(checkpoint.split("\n")[2])

node = hashlib.sha256(b"\x00" + entry).digest()                 # a leaf: a byte 0 and the entry
place, last = index, size - 1
for sibling in siblings:                                        # a node: a byte 1, the left hash, the right hash
    if place % 2 == 1 or place == last:
        node = hashlib.sha256(b"\x01" + sibling + node).digest()
        while place % 2 == 0 and place != 0:
            place, last = place // 2, last // 2
    else:
        node = hashlib.sha256(b"\x01" + node + sibling).digest()
    place, last = place // 2, last // 2

print("computed from the entry: ", base64.b64encode(node).decode())
print("root in the checkpoint:  ", base64.b64encode(root).decode())
if index < size and last == 0 and node == root:
    print(f"entry {index} IS in the log of {size} entries")
else:
    sys.exit(f"entry {index} is NOT SHOWN to be in the log")
