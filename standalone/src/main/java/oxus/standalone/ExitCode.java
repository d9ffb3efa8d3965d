package oxus.standalone;

/** What the command's exit codes mean; scripts hold on to them. */
final class ExitCode {
  static final int FINE = 0;
  static final int DIFFERS = 1;
  static final int USAGE = 2;
  static final int BAD_INPUT = 3;
  static final int UNREACHABLE = 4;
  static final int DEADLINE = 5;

  /** A fault of ours: not 1, which says that two runs differ. From BSD's sysexits. */
  static final int FAULT = 70;

  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
