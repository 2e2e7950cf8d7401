import HTTP
import Testing

struct HeadersTests {
  @Test func `a field is found in any case`() {
    let headers: Headers = ["X-RateLimit-Remaining": "0"]
    #expect(headers["x-ratelimit-remaining"] == "0")
    #expect(headers["retry-after"] == nil)
  }

  @Test func `setting a field replaces all of its name`() {
    var headers: Headers = ["Link": "1", "link": "2", "Date": "3"]
    headers["LINK"] = "4"
    #expect(headers.fields.map(\.value) == ["3", "4"])
  }
}

struct TokenTests {
  @Test(arguments: ["ghs_abc", " ghs_abc\n", "ghs_abc\r\n"])
  func `blanks around a token are not part of it`(text: String) {
    #expect(AccessToken(text)?.secret == "ghs_abc")
  }

  @Test(arguments: ["", " \n", "two words", "a\nb", "tökén"])
  func `what cannot stand in a header is not a token`(text: String) {
    #expect(AccessToken(text) == nil)
  }

  @Test func `a token shows in no description`() throws {
    let token = try #require(AccessToken("sesame"))
    let target = try #require(URI("https://api.example.com"))
    let request = Request(.get, target, token: token)
    let error = HTTPError(.status, request)
    var dumped = ""
    dump(request, to: &dumped)
    dump(error, to: &dumped)
    dump(token, to: &dumped)
    let all = dumped + "\(token) \(request) \(error) \(String(reflecting: token))"
    #expect(!all.contains("sesame"))
  }

  @Test(arguments: [0, 150, 195, 199, 250])
  func `a token that a server sends back shows in no error`(offset: Int) throws {
    let target = try #require(URI("https://api.example.com"))
    let request = Request(.get, target, token: AccessToken("sesame-open"))
    let body = String(repeating: "x", count: offset) + "sesame-open"
    let response = Response(status: 500, body: Array(body.utf8))
    let error = HTTPError(.status, request, response: response, reason: "said sesame-open")
    #expect(!error.description.contains("sesa"))
  }
}

struct URITests {
  @Test func `segments and query are percent-encoded`() throws {
    let base = try #require(URI("https://github.example.com/api/v3/"))
    let uri = base.appending(["contents", "a b", "ü/#?%.md"], query: [("ref", "x&y=z")])
    #expect(
      uri.description
        == "https://github.example.com/api/v3/contents/a%20b/%C3%BC%2F%23%3F%25.md?ref=x%26y%3Dz"
    )
  }

  @Test(arguments: [
    ("https://A.example.com:443/x", "https://a.example.com/x"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
    ("http://[::1]:80/", "http://[::1]/"),
    ("https://example.com/a#b", "https://example.com/a"),
  ])
  func `an address is written one way`(text: String, written: String) throws {
    #expect(URI(text)?.description == written)
  }

  @Test(arguments: ["", "api.example.com", "ftp://a.example", "https://u:p@a.example", "https://"])
  func `other texts are not an address`(text: String) {
    #expect(URI(text) == nil)
  }

  @Test func `an error message shows only numbers of a query`() throws {
    let uri = try #require(URI("https://a.example/b?page=2&sig=abcdef&x&long=1234567890123"))
    #expect(uri.redactedTarget == "/b?page=2&sig=…&…&long=…")
  }
}
