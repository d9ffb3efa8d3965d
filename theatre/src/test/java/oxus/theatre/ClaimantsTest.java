package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.Stake;

class ClaimantsTest {
  private final Claimants claimants = new Claimants(TheatreLoader.shipped());

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource({
    "Taliban spokesman Zabihullah Mujahid, taliban",
    "spokesman Suhail Shaheen, taliban",
    "Taliban spokesman to RIA Novosti, taliban",
    "Abdul Ghani Baradar on Al Jazeera, taliban",
    "Russian foreign ministry citing Taliban, taliban",
    "Tajik border guards via Khovar, tj-border-guards",
    "Uzbek foreign ministry via CNN, uz-foreign-ministry",
    "Pajhwok reporter Ajmal Kakar, pajhwok",
    "TASS, tass",
    "customs spokesman Latifi, person-latifi",
    "governor Husamuddin Shams, person-shams",
    "governor Hesamuddin Shams, person-shams",
    "provincial police spokesman, office-provincial-police-spokesman",
  })
  void knowsOnWhomAReportRests(String words, String key) {
    assertThat(claimants.sole(words)).contains(key);
  }

  @ParameterizedTest(name = "\"{0}\" is no sole claimant")
  @CsvSource({
    "''",
    "witnesses",
    "local officials",
    "social media reports",
    "Tajik security source to Reuters",
    "'Taliban spokesman, Pakistani levies'",
    "'deputy spokesman Fawad Aman, witnesses'",
    "Taliban spokesman and Pakistani official Arif Kakar",
  })
  void findsNoSoleClaimantWhereNobodyIsNamedOrSeveralAre(String words) {
    assertThat(claimants.sole(words)).isEmpty();
  }

  @Test
  void takesSeveralWordsForOnePartyForOneClaimant() {
    assertThat(claimants.sole("Taliban spokesman Naeem, Zabihullah Mujahid")).contains("taliban");
  }

  @Test
  void letsAnOrganSpeakForItsState() {
    assertThat(stake("tj-foreign-ministry", "tj-border-guards", "taliban")).isEqualTo(Stake.DOER);
    assertThat(stake("afghan-government", "taliban", "afghan-forces")).isEqualTo(Stake.TARGET);
    assertThat(stake("taliban", "taliban", "afghan-forces")).isEqualTo(Stake.DOER);
    assertThat(stake("uz-foreign-ministry", "taliban", "afghan-forces")).isEqualTo(Stake.NONE);
  }

  @Test
  void putsNothingAtStakeForAnInsurgentOfTheSameCountryOrWithoutAClaimant() {
    assertThat(stake("taliban", "afghan-forces", "uzbekistan")).isEqualTo(Stake.NONE);
    assertThat(claimants.stake(Optional.empty(), Optional.of("taliban"), Optional.empty()))
        .isEqualTo(Stake.NONE);
  }

  private Stake stake(String claimant, String doer, String target) {
    return claimants.stake(Optional.of(claimant), Optional.of(doer), Optional.of(target));
  }
}
