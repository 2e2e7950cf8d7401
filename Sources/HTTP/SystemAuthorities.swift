internal import Glibc

/// Where systems keep the certificates of the authorities that they trust, in PEM form.
///
/// The program is one file for all of them, and libcurl knows the place of the system it was built on.
package enum SystemAuthorities {
  /// The files of Debian, Alpine and Arch; of Fedora and Red Hat; of openSUSE; of Alpine and the BSDs.
  ///
  /// A system that has several has the same in them.
  package static let places = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
  ]

  /// Returns the first of the places that can be read, or nil.
  package static func file(among places: [String] = places) -> String? {
    places.first { access($0, R_OK) == 0 }
  }
}
