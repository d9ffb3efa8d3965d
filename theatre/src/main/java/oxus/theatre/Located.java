package oxus.theatre;

/**
 * A piece of a theatre and the line that it stands on, so that a check across files can still name
 * the line.
 */
record Located<T>(T value, String file, int line) {

  Problem problem(String culprit, String cure) {
    return new Problem(file, line, culprit, cure);
  }
}
