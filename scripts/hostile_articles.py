"""Writes articles that would like to be more than text: script, markup, odd Unicode and lines of a megabyte, in text, title and names.

    python3 scripts/hostile_articles.py FOLDER
"""

import json
import os
import sys

MARKUP = (
    "<script>hostile = 1</script><img src=x onerror=\"hostile = 2\"></div></main><iframe src=\"javascript:parent.hostile = 3\"></iframe>"
    "&lt;b&gt;&amp;amp;\"'`<!-- ]]> {{7*7}} ${7*7} </title></style><svg/onload=hostile=4><a href=javascript:hostile=5>here</a>"
    "<form action=//hostile.example><meta http-equiv=refresh content='0;url=//hostile.example'><base href=//hostile.example/>"
)
ODD = (
    "a\u202etxt.exe\u2066 bc\x1b[31m d\ufeffe\u200bf \ufdd0 Z\u0351\u036b\u0343algo \U0001f469\u200d\U0001f52c \u05e9\u05dc\u05d5\u05dd "
    "\u0645\u0631\u062d\u0628\u0627 \U000e0041\U000e0042 \u2028 \u2029 \U0010ffff fi\u0301 \ufb01 \u1e9e I\u0307"
)
COUNT = "In Orlava 19 people were killed on 3 May 2019, police said. "


def write(folder, name, text, **known):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(text)
    with open(os.path.join(folder, f"{name}.meta.json"), "w", encoding="utf-8") as out:
        json.dump(known, out)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    said = f'At least 40 people were killed in <b>Orlava</b> on 3 May 2019, said Anna <script>hostile = 6</script> Lindqvist. "{MARKUP}," said Police.'
    write(folder, "markup.txt", f"{MARKUP}\n\n{ODD}\n\n{COUNT}{MARKUP} {said}\n", headline=MARKUP, publisher=MARKUP, author=ODD,
          datePublished="2019-05-04", url="https://news.example/\"><script>hostile = 7</script>", inLanguage="en\" onload=\"hostile = 8")
    write(folder, "odd.txt", f"{ODD}\n\n{COUNT}{ODD} 30 <i>people</i> were injured in Orlava on 3 May 2019, {ODD} said.", headline=ODD, publisher=ODD,
          datePublished="2019-05-05")
    line = (MARKUP + ODD).replace("\u2028", " ").replace("\u2029", " ") + " "
    write(folder, "line.txt", COUNT + line * (1_000_000 // len(line.encode()) + 1), headline="A line of a megabyte", publisher="Lines")
    write(folder, "word.txt", COUNT + "x" * 1_000_000, headline="A word of a megabyte" + "y" * 5_000, publisher="W" * 2_000, author="z" * 2_000)


if __name__ == "__main__":
    main(sys.argv[1])
