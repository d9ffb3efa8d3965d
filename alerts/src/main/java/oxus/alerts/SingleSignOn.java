package oxus.alerts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import oxus.alerts.access.SignIns.SignIn;

/**
 * Signs people in at an identity provider: OpenID Connect Core 1.0, authorization code flow, with
 * state, nonce and PKCE. All calls block while they ask the provider.
 */
final class SingleSignOn {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LARGEST_KEY_SET = 1_000_000;

  /**
   * What the provider says of itself; asked for at the first sign-in, so that it may start later.
   */
  private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  private final SingleSignOnConfig config;
  private final ClientID client;
  private volatile @Nullable Provider known;

  SingleSignOn(SingleSignOnConfig config) {
    this.config = config;
    this.client = new ClientID(config.clientId());
  }

  /** The provider as people know it. */
  String name() {
    return config.issuer().getHost();
  }

  /** Names what a session came by: another provider, or other roles, and it no longer counts. */
  String opener() {
    return "provider "
        + Keys.hash(config.issuer() + " " + config.clientId() + config.claims() + config.roles());
  }

  /**
   * Where to send a browser.
   *
   * @throws RefusedException when the provider cannot be asked
   */
  URI leave(String state, SignIn signIn) {
    try {
      return new AuthenticationRequest.Builder(
              new ResponseType(ResponseType.Value.CODE),
              Scope.parse(config.claims().scopes()),
              client,
              config.callback())
          .endpointURI(provider().metadata().getAuthorizationEndpointURI())
          .state(new State(state))
          .nonce(new Nonce(signIn.nonce()))
          .codeChallenge(new CodeVerifier(signIn.verifier()), CodeChallengeMethod.S256)
          .build()
          .toURI();
    } catch (GeneralException | IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * Who came back.
   *
   * @throws RefusedException when the provider, its token or the person's groups do not allow it
   */
  Identity arrive(String code, SignIn signIn) {
    try {
      Provider provider = provider();
      TokenResponse response =
          OIDCTokenResponseParser.parse(request(provider, code, signIn).send());
      if (!response.indicatesSuccess()) {
        throw refused("it said: " + response.toErrorResponse().getErrorObject().getCode());
      }
      OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
      return identity(
          provider
              .validator()
              .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(signIn.nonce()))
              .toJSONObject());
    } catch (KeySourceException | IOException e) {
      throw unreachable(e);
    } catch (BadJOSEException | JOSEException | GeneralException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private HTTPRequest request(Provider provider, String code, SignIn signIn) {
    URI endpoint = provider.metadata().getTokenEndpointURI();
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), config.callback(), new CodeVerifier(signIn.verifier()));
    HTTPRequest request =
        config
            .clientSecret()
            .map(
                secret ->
                    new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }

  private Provider provider() throws GeneralException, IOException {
    Provider provider = known;
    if (provider == null) {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(config.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
      provider = new Provider(metadata, validator(metadata));
      known = provider;
    }
    return provider;
  }

  /** Signatures that need a key pair only: no provider's public key passes as a shared secret. */
  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
    JWSVerificationKeySelector<SecurityContext> keys =
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.Family.SIGNATURE,
            JWKSourceBuilder.create(
                    metadata.getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET))
                .refreshAheadCache(false)
                .build());
    return new IDTokenValidator(metadata.getIssuer(), client, keys, null);
  }

  private Identity identity(Map<String, ?> claims) {
    String name = claim(claims, config.claims().name()).map(String::valueOf).orElse("");
    Collection<String> groups =
        claim(claims, config.claims().groups()).map(SingleSignOn::texts).orElse(List.of());
    Role role =
        config
            .roles()
            .of(groups)
            .orElseThrow(
                () ->
                    new RefusedException(
                        403,
                        "no-role",
                        "you are signed in at "
                            + name()
                            + ", but none of your groups has a role here; ask whoever runs Oxus"
                            + " (OXUS_OIDC_ROLES)"));
    try {
      return Identity.of(name, role);
    } catch (IllegalArgumentException e) {
      throw refused("claim " + config.claims().name() + ": " + e.getMessage());
    }
  }

  private static Optional<Object> claim(Map<String, ?> claims, String path) {
    Object found = claims;
    for (String step : path.split("\\.", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return Optional.ofNullable(found);
  }

  private static List<String> texts(Object claim) {
    return claim instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(claim));
  }

  private RefusedException refused(String why) {
    return new RefusedException(
        403,
        "sign-in-refused",
        name() + " does not vouch for this sign-in (" + why + "); begin again at /sign-in");
  }

  private RefusedException unreachable(Exception e) {
    return new RefusedException(
        503,
        "provider-unreachable",
        name()
            + " cannot be asked now ("
            + e.getMessage()
            + "); try again, or sign in with a key at /sign-in");
  }
}
