import Testing
import Text

/// How far one word is from another.
struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0),
  ])
  func `distance counts edits and swaps`(_ first: String, _ second: String, _ distance: Int) {
    #expect(editDistance(first, second) == distance)
  }

  @Test func `words of another script are near to no name`() {
    #expect(["code", "paper"].nearest(to: "\u{4E2D}\u{6587}\u{89E3}\u{8BFB}") == nil)
    #expect(["code", "paper"].nearest(to: "cod") == "code")
  }

  @Test func `names without end are compared quickly`() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(editDistance(long, long + "y") == 0)
  }
}
