import Testing

@testable import ListModel

/// Words that are found whatever their case.
struct WordTableTests {
  private func table(_ words: [String], capacity: Int = 4) -> WordTable {
    var table = WordTable(capacity: capacity)
    for (number, word) in words.enumerated() { table.set(table.append(word), to: number) }
    return table
  }

  @Test func `a word is found in any case`() {
    let table = table(["CVPR", "NeurIPS D&B", "t-PAMI"])
    #expect(table["cvpr"] == 0)
    #expect(table["NEURIPS d&b"] == 1)
    #expect(table["T-Pami"] == 2)
    #expect(table["CVP"] == nil)
    #expect(table["CVPRW"] == nil)
    #expect(table[""] == nil)
  }

  @Test func `words outside ASCII are found too`() {
    let table = table(["Montréal", "学报"])
    #expect(table["MONTRÉAL"] == 0)
    #expect(table["学报"] == 1)
    #expect(table["Montreal"] == nil)
    #expect(!table.isASCII)
    #expect(self.table(["A"]).isASCII)
  }

  @Test func `a table grows`() {
    let words = (0..<1_000).map { "Word \($0)" }
    let table = table(words, capacity: 0)
    #expect(words.indices.allSatisfy { table[words[$0].uppercased()] == $0 })
    #expect(table["Word 1000"] == nil)
  }

  @Test func `a word keeps its first number unless it is set`() {
    var table = table(["a", "b"])
    #expect(table.add(table.append("A"), 7) == 0)
    #expect(table["a"] == 0)
    table.set(table.append("A"), to: 8)
    #expect(table["a"] == 8)
    table.replaceValues { $0 == 8 ? 1 : $0 + 2 }
    #expect(table["a"] == 1)
    #expect(table["b"] == 3)
  }
}
