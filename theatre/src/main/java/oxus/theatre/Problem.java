package oxus.theatre;

/**
 * What is wrong in a file, where, and what to do about it.
 *
 * @param file as the user named it
 * @param line 1-based; 0 when the whole file is meant
 * @param culprit the offending piece and what is wrong with it
 * @param cure what to write instead
 */
public record Problem(String file, int line, String culprit, String cure) {

  @Override
  public String toString() {
    return (line > 0 ? file + ":" + line : file) + ": " + culprit + "; " + cure;
  }
}
