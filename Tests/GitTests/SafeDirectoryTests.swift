import Testing

@testable import Git

struct SafeDirectoryTests {
  @Test func `a path that needs it is quoted in the remedy`() throws {
    #expect(shellQuoted("/srv/lists") == "/srv/lists")
    #expect(shellQuoted("/srv/my lists") == "'/srv/my lists'")
    #expect(shellQuoted("/srv/`it's`") == #"'/srv/`it'\''s`'"#)
  }

  @Test func `the setting may come from the command line of git`() throws {
    let variables = [
      "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Rubric",
      "GIT_CONFIG_KEY_1": "safe.directory", "GIT_CONFIG_VALUE_1": "/srv/lists",
    ]
    #expect(SafeDirectories.commandLineValues { variables[$0] } == ["/srv/lists"])
  }
}
