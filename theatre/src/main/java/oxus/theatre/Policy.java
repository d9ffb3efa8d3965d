package oxus.theatre;

/**
 * The numbers behind the judgement.
 *
 * @param version first 12 hex digits of SHA-256 over the policy file
 * @param text the policy file, whole
 */
public record Policy(String version, String text) {}
