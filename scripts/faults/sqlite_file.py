"""Which bytes of an SQLite file mean something, worked out from the file format alone, apart from dossier and from SQLite.

A byte that is not used can hold anything: it lies between the cells of a page, behind the end of a long row, or on a page
that is free. Flipping it changes nothing that anybody can read out of the file."""
import sqlite3


def number(data, at, size=4):
    return int.from_bytes(data[at : at + size], "big")


def varint(data, at):
    value = 0
    for index in range(9):
        byte = data[at + index]
        if index == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1


class Map:
    """`kind(offset)` tells what the byte at an offset is: header, tree, rows, overflow, free list; or unused."""

    def __init__(self, path):
        self.data = open(path, "rb").read()
        self.size = number(self.data, 16, 2) or 65536
        self.size = 65536 if self.size == 1 else self.size
        self.usable = self.size - self.data[20]
        self.used = {}
        self.owner = {}
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        roots = connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
        connection.close()
        for name, root in [("sqlite_schema", 1), *roots]:
            self.tree(name, root)
        trunk = number(self.data, 32)
        while trunk:
            start = (trunk - 1) * self.size
            count = number(self.data, start + 4)
            self.mark(trunk, "free list", start, start + 8 + 4 * count)
            trunk = number(self.data, start)

    def mark(self, page, owner, start, end):
        self.owner[page] = owner
        for at in range(start, end):
            self.used[at] = True

    def tree(self, name, page):
        start = (page - 1) * self.size
        head = start + (100 if page == 1 else 0)
        flag, cells = self.data[head], number(self.data, head + 3, 2)
        leaf, table = flag in (10, 13), flag in (5, 13)
        pointers = head + (8 if leaf else 12)
        self.mark(page, name, start, pointers + 2 * cells)
        if not leaf:
            self.tree(name, number(self.data, head + 8))
        for index in range(cells):
            at = start + number(self.data, pointers + 2 * index, 2)
            end = at
            if not leaf:
                self.tree(name, number(self.data, end))
                end += 4
            if table and not leaf:
                _, end = varint(self.data, end)
            else:
                payload, end = varint(self.data, end)
                if table:
                    _, end = varint(self.data, end)
                least = (self.usable - 12) * 32 // 255 - 23
                most = self.usable - 35 if table else (self.usable - 12) * 64 // 255 - 23
                local = payload
                if payload > most:
                    local = least + (payload - least) % (self.usable - 4)
                    local = local if local <= most else least
                end += local
                if local < payload:
                    self.overflow(name, number(self.data, end), payload - local)
                    end += 4
            self.mark(page, name, at, end)
        block = number(self.data, head + 1, 2)
        while block:
            self.mark(page, name, start + block, start + block + 4)
            block = number(self.data, start + block, 2)

    def overflow(self, name, page, left):
        while left:
            start = (page - 1) * self.size
            here = min(left, self.usable - 4)
            self.mark(page, name, start, start + 4 + here)
            left -= here
            page = number(self.data, start)

    def kind(self, offset):
        """The table or index that the byte belongs to, `header`, or `None` where nothing uses it."""
        if offset < 100:
            return "header"
        return self.owner[offset // self.size + 1] if offset in self.used else None
