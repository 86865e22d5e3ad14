"""Writes invented articles for benchmarks: plain text of some 4 KB with about 15 claims each, the same for the same seed.

    python3 scripts/invented_articles.py FOLDER COUNT [SEED] [html] [sidecars]

A thousand to a folder, `0000/0000000.txt`; with `html` each is a web page with navigation and related links around it,
with `sidecars` each has a publisher, a day and an author.
"""

import json
import os
import random
import sys

SYLLABLES = "ba den ko ri mas tel un vor ga lis pe ton ark es hol mi nu sa ter wy".split()
MONTHS = "January February March April May June July August September October November December".split()


class Writer:
    """Invents articles about towns, people and things that it has made up."""

    def __init__(self, seed=7):
        self.chance = random.Random(seed)
        word = lambda least, most: "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(least, most)))
        self.nouns = [word(2, 4) for _ in range(8000)]
        self.towns = sorted({word(2, 3).capitalize() for _ in range(3000)})
        given = ["Ivan", "Anna", "Marat", "Lena", "Omar", "Aisha", "Peter", "Ruth"]
        self.people = [f"{self.chance.choice(given)} {word(2, 4).capitalize()}" for _ in range(5000)]
        # news is about few places much and many places little
        self.weights = [1 / (rank + 5) for rank in range(len(self.towns))]
        # what is known about an article is drawn apart, so that its text is the same with and without
        self.known = random.Random(seed)
        self.outlets = [f"The {self.known.choice(self.towns)} {self.known.choice(['Post', 'Times', 'Herald', 'Wire'])}" for _ in range(120)]

    def town(self):
        return self.chance.choices(self.towns, self.weights)[0]

    def sentence(self, town):
        pick, number = self.chance.choice, self.chance.randint
        words = " ".join(self.chance.choices(self.nouns, k=number(6, 16)))
        return pick([
            f"At least {number(2, 90)} people were killed in {town} on {number(1, 28)} {pick(MONTHS)} {number(2009, 2020)}, officials said.",
            f"More than {number(10, 900)} workers were detained in {self.town()}, according to the union.",
            f"\"We were not told,\" said {pick(self.people)}.",
            f"{pick(self.people)}, a nurse, said that {number(3, 40)} of the wounded were brought to the hospital.",
            *[f"The {words} of {town}."] * 5,
        ])

    def article(self):
        """Title and paragraphs."""
        town, paragraphs, size = self.town(), [], 0
        while size < 4000:
            paragraphs.append(" ".join(self.sentence(town) for _ in range(self.chance.randint(2, 5))))
            size += len(paragraphs[-1]) + 2
        return f"{self.chance.choice(self.nouns).capitalize()} in {town}", paragraphs

    def text(self):
        title, paragraphs = self.article()
        return "\n\n".join([title, *paragraphs]) + "\n"

    def page(self):
        title, paragraphs = self.article()
        links = "".join(f'<li><a href="/{noun}">{noun} {noun}</a></li>' for noun in self.chance.choices(self.nouns, k=30))
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>{title} | The Post</title><style>p {{ margin: 0 }}</style>'
            f'<meta property="article:published_time" content="2019-05-02T08:00:00Z"></head><body>'
            f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>\n{body}</article></main>"
            f"<aside><h2>Related</h2><ul>{links}</ul></aside><footer>All rights reserved</footer>"
            f"<script>{'var a = 1; ' * 500}</script></body></html>\n"
        )


    def sidecar(self):
        """What is known about the last article: an outlet of few or of many, a day, an author."""
        name = self.outlets[min(int(self.known.expovariate(0.05)), len(self.outlets) - 1)]
        day = f"{self.known.randint(2009, 2020)}-{self.known.randint(1, 12):02}-{self.known.randint(1, 28):02}"
        return json.dumps({"publisher": name, "datePublished": day, "author": self.known.choice(self.people)})


def write(folder, count, seed=7, html=False, sidecars=False):
    """Writes the articles, and returns their paths and their bytes together."""
    writer, paths, size = Writer(seed), [], 0
    for number in range(count):
        path = os.path.join(folder, f"{number // 1000:04}", f"{number:07}.{'html' if html else 'txt'}")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = (writer.page() if html else writer.text()).encode()
        with open(path, "wb") as out:
            out.write(data)
        if sidecars:
            with open(f"{path}.meta.json", "w", encoding="utf-8") as out:
                out.write(writer.sidecar())
        paths.append(path)
        size += len(data)
    return paths, size


if __name__ == "__main__":
    folder, count, *rest = sys.argv[1:]
    seed = [int(word) for word in rest if word.isdigit()] or [7]
    write(folder, int(count), seed[0], "html" in rest, "sidecars" in rest)
