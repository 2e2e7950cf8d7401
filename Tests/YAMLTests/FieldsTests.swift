import Testing
import Text
import YAML

/// Reading a mapping key by key, and naming what is wrong with it.
struct FieldsTests {
  @Test func `an unknown key is told with the nearest known one`() {
    #expect(message(of: "labls: 1") == "1:1: 'labls' is not a key here; did you mean 'labels'?")
  }

  @Test func `an unknown key that is like no other is told alone`() {
    #expect(message(of: "colour: 1") == "1:1: 'colour' is not a key here")
  }

  @Test func `a missing key is told at its mapping`() {
    #expect(message(of: "flag: true", requiring: "name") == "1:1: the key 'name' is missing")
  }

  @Test(arguments: [
    ("name: [a]", "1:7: 'name' must be a string, not a sequence"),
    ("name: {a: b}", "1:7: 'name' must be a string, not a mapping"),
    ("labels: a", "1:9: 'labels' must be a sequence of strings, not a scalar"),
    ("labels:\n  - [a]", "2:5: an item of 'labels' must be a string, not a sequence"),
    ("flag: yes", "1:7: 'flag' must be true or false"),
    ("flag: 'true'", "1:7: 'flag' must be true or false"),
    ("- a", "1:1: the settings must be a mapping, not a sequence"),
    ("a", "1:1: the settings must be a mapping, not a scalar"),
  ])
  func `a value of another kind is told at the value`(_ text: String, _ expected: String) {
    #expect(message(of: text) == expected)
  }

  @Test func `a whole mapping is read`() {
    #expect(message(of: "name: x\nlabels: [a, b]\nflag: false") == nil)
  }

  private func message(of text: String, requiring key: String? = nil) -> String? {
    do throws(YAMLError) {
      let file = try YAMLFile(Array(text.utf8), name: "f.yml")
      var fields = try Fields(file.root, in: file, as: "the settings")
      _ = try fields.string("name")
      _ = try fields.strings("labels")
      _ = try fields.bool("flag")
      if let key { _ = try fields.requiredString(key) }
      try fields.finish()
      return nil
    } catch {
      return "\(error.mark.line):\(error.mark.column): \(error.message)"
    }
  }
}

/// The name that a misspelt one most likely stands for.
struct NearestNameTests {
  @Test(arguments: [
    ("CVRP", "CVPR"), ("cvpr", "CVPR"), ("ECV", "ECCV"), ("ICCVV", "ICCV"), ("zzzz", nil),
    ("", nil),
  ])
  func `it is the first of the nearest`(_ name: String, _ expected: String?) {
    #expect(["CVPR", "ECCV", "ICCV"].nearest(to: name) == expected)
  }
}
