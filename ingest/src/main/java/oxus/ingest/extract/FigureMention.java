package oxus.ingest.extract;

import oxus.schemas.Figure;

/**
 * A counted thing found in a sentence.
 *
 * @param from index of the first token of its number
 * @param to index behind the noun that is counted
 */
record FigureMention(int from, int to, Figure figure) {}
