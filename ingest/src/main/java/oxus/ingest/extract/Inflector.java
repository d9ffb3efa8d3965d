package oxus.ingest.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the inflected forms of English verbs and nouns. */
final class Inflector {
  private static final String VOWELS = "aeiou";
  private static final Set<String> SIBILANT_ENDS = Set.of("s", "x", "z", "ch", "sh", "o");

  private final Map<String, List<String>> irregular;

  /**
   * @param irregular third person, past, participle and gerund by verb
   */
  Inflector(Map<String, List<String>> irregular) {
    this.irregular = irregular;
  }

  /** The forms of a verb, or of a phrase that starts with one: {@code take control of}. */
  Map<String, Form> verb(String lemma) {
    int space = lemma.indexOf(' ');
    String head = space < 0 ? lemma : lemma.substring(0, space);
    String tail = space < 0 ? "" : lemma.substring(space);
    List<String> forms = irregular.get(head);
    Map<String, Form> inflected = new LinkedHashMap<>();
    inflected.put(head + tail, Form.BASE);
    if (forms == null) {
      inflected.put(third(head) + tail, Form.THIRD);
      inflected.put(past(head) + tail, Form.PAST_OR_PARTICIPLE);
      inflected.put(gerund(head) + tail, Form.GERUND);
      return inflected;
    }
    inflected.put(forms.get(0) + tail, Form.THIRD);
    boolean same = forms.get(1).equals(forms.get(2));
    if (!same) {
      inflected.put(forms.get(1) + tail, Form.PAST);
    }
    inflected.put(forms.get(2) + tail, same ? Form.PAST_OR_PARTICIPLE : Form.PARTICIPLE);
    inflected.put(forms.get(3) + tail, Form.GERUND);
    if (forms.get(1).equals(head)) {
      inflected.put(head + tail, Form.ANY);
    }
    return inflected;
  }

  /** Singular and plural of a noun, or of a phrase whose noun comes first: {@code capture of}. */
  List<String> noun(String lemma) {
    int of = lemma.indexOf(" of");
    String head = of < 0 ? lemma : lemma.substring(0, of);
    String tail = of < 0 ? "" : lemma.substring(of);
    return List.of(lemma, plural(head) + tail);
  }

  private static String plural(String noun) {
    if (noun.endsWith("y") && noun.length() > 1 && !isVowel(noun, noun.length() - 2)) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")
        ? noun + "es"
        : noun + "s";
  }

  private static String third(String verb) {
    for (String end : SIBILANT_ENDS) {
      if (verb.endsWith(end)) {
        return verb + "es";
      }
    }
    return endsInConsonantY(verb) ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
  }

  private static String past(String verb) {
    if (verb.endsWith("e")) {
      return verb + "d";
    }
    if (endsInConsonantY(verb)) {
      return verb.substring(0, verb.length() - 1) + "ied";
    }
    return doubled(verb) + "ed";
  }

  private static String gerund(String verb) {
    if (verb.endsWith("e") && !verb.endsWith("ee")) {
      return verb.substring(0, verb.length() - 1) + "ing";
    }
    return doubled(verb) + "ing";
  }

  /** {@code stop} doubles its last letter, {@code visit} and {@code shell} do not. */
  private static String doubled(String verb) {
    int last = verb.length() - 1;
    if (last < 2 || isVowel(verb, last) || "wxy".indexOf(verb.charAt(last)) >= 0) {
      return verb;
    }
    boolean oneVowel = isVowel(verb, last - 1) && !isVowel(verb, last - 2);
    return oneVowel && syllables(verb) == 1 ? verb + verb.charAt(last) : verb;
  }

  private static int syllables(String verb) {
    int count = 0;
    for (int i = 0; i < verb.length(); i++) {
      if (isVowel(verb, i) && (i == 0 || !isVowel(verb, i - 1))) {
        count++;
      }
    }
    return count;
  }

  private static boolean endsInConsonantY(String verb) {
    return verb.endsWith("y") && verb.length() > 1 && !isVowel(verb, verb.length() - 2);
  }

  private static boolean isVowel(String word, int at) {
    return VOWELS.indexOf(word.charAt(at)) >= 0;
  }
}
