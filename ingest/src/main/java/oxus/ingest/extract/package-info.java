/**
 * Turns one article into events: normalise, split, tokenise, match, apply rules, find arguments,
 * judge modality, resolve places, dates and figures, merge. Everything here is a pure function of
 * article and theatre. English grammar and triggers live in the resource files beside this package;
 * whatever belongs to one area of responsibility comes from the theatre.
 */
@NullMarked
package oxus.ingest.extract;

import org.jspecify.annotations.NullMarked;
