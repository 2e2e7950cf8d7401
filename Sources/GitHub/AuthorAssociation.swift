/// What an author is to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR` and others.
///
/// It does not say who may write: a member or collaborator may have read access only. See
/// ``APIClient/permission(of:)``.
package struct AuthorAssociation: Sendable, Hashable, RawRepresentable, Decodable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let owner = AuthorAssociation(rawValue: "OWNER")
}
