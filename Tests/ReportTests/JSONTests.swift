import FoundationEssentials
import Review
import Testing

/// The JSON that others rely on.
struct JSONTests {
  @Test func `every key stands, also where its value is null`() throws {
    let json = try report(
      adding: "- LISA. arXiv'2023 [[paper](https://arxiv.org/abs/2308.00692)]"
    ).json()
    #expect(
      json == """
        {
          "base" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "head" : null,
          "lists" : [
            {
              "changes" : [
                {
                  "baseLine" : null,
                  "baseSection" : null,
                  "endLine" : 1,
                  "entry" : {
                    "authors" : null,
                    "date" : null,
                    "description" : null,
                    "details" : [

                    ],
                    "keywords" : [

                    ],
                    "links" : [
                      {
                        "key" : null,
                        "label" : "paper",
                        "url" : "https://arxiv.org/abs/2308.00692"
                      }
                    ],
                    "name" : null,
                    "tags" : [

                    ],
                    "text" : "- LISA. arXiv'2023 [[paper](https://arxiv.org/abs/2308.00692)]",
                    "title" : "LISA",
                    "venue" : "arXiv",
                    "year" : 2023
                  },
                  "fields" : [

                  ],
                  "identity" : "arxiv:2308.00692",
                  "kind" : "added",
                  "line" : 1,
                  "section" : [

                  ]
                }
              ],
              "findings" : [
                {
                  "column" : 19,
                  "endColumn" : 19,
                  "endLine" : 1,
                  "fixable" : true,
                  "identity" : "arxiv:2308.00692",
                  "introduced" : true,
                  "line" : 1,
                  "message" : "Add a full stop after the venue",
                  "relatedLine" : null,
                  "rule" : "missing-full-stop",
                  "severity" : "error"
                }
              ],
              "legend" : {
                "added" : [

                ],
                "removed" : [

                ]
              },
              "path" : "README.md",
              "reading" : {
                "firstUnread" : null,
                "isPoor" : false,
                "read" : 1,
                "total" : 1
              },
              "rulebook" : {
                "evidence" : null,
                "name" : null
              },
              "suggestions" : [
                {
                  "applicability" : "safe",
                  "endLine" : 1,
                  "identity" : "arxiv:2308.00692",
                  "line" : 1,
                  "replacement" : "- LISA. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
                  "rules" : [
                    "missing-full-stop"
                  ]
                }
              ],
              "template" : null
            }
          ],
          "mergeBase" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "schema" : 1,
          "summary" : {
            "added" : 1,
            "changed" : 0,
            "errors" : 1,
            "moved" : 0,
            "notes" : 0,
            "removed" : 0,
            "warnings" : 0
          }
        }
        """
    )
  }

  @Test func `the same report is the same bytes`() throws {
    let line = "- LISA. arXiv'2023 [[paper](https://arxiv.org/abs/2308.00692)]"
    #expect(try report(adding: line).json() == report(adding: line).json())
  }

  @Test func `a removed entry has no line in the head`() throws {
    let json = try report(adding: "-").json()
    #expect(json.contains(#""replacement" : """#))
  }
}
