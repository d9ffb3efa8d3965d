package oxus.alerts.console;

import java.util.Optional;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Permission;

/**
 * Whoever looks at a page, and what they may do there.
 *
 * @param request drawn for this page; each form makes its own request id of it, so that a form sent
 *     twice does its work once
 * @param back where a form leads back to
 */
public record Hand(Optional<Identity> who, String request, String back) {

  boolean mayWork() {
    return who.filter(identity -> identity.may(Permission.WORK)).isPresent();
  }

  boolean mayDecide() {
    return who.filter(identity -> identity.may(Permission.DECIDE)).isPresent();
  }

  boolean mayAdminister() {
    return who.filter(identity -> identity.may(Permission.ADMINISTER)).isPresent();
  }

  /** Whether it is this person who looks. */
  boolean is(String actor) {
    return who.filter(identity -> identity.name().equals(actor)).isPresent();
  }

  /** The request id of one form. */
  String request(String form) {
    return form + "-" + request;
  }

  String signInLink() {
    return "/sign-in?back=" + Links.encode(back);
  }
}
