/// What a user may do in a repository: `admin`, `write`, `read` or `none`.
///
/// GitHub reports the role `maintain` as `write` and `triage` as `read`.
package struct Permission: Sendable, Hashable, Decodable {
  package let permission: String

  package init(permission: String) {
    self.permission = permission
  }

  package var canWrite: Bool { permission == "admin" || permission == "write" }
}
