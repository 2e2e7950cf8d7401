import Testing

@testable import ListModel

struct TemplateTests {
  @Test(arguments: [
    "{title}. {venue?}. {links}",
    "[{title}]({url}) - {description}.",
    "**{title}** \\\n*{authors?}* \\\n{links}",
    "{{{name}}} {title}",
  ])
  func `a template is written as it was read`(text: String) throws {
    #expect(try Template(text, isRow: false).text == text)
  }

  @Test
  func `bars count the cells of a row`() throws {
    let template = try Template("| {name} [{title}]({url}) | | {links?} |", isRow: true)
    #expect(template.parts(isRow: true).map(\.cell) == [1, 1, 3])
    #expect(template.parts(isRow: true).map(\.isLinked) == [false, true, false])
  }

  @Test
  func `marks around a field belong to it`() throws {
    let template = try Template("**{title}.** *({venue})* {links}", isRow: false)
    let parts = template.parts(isRow: false)
    #expect(parts.map(\.open) == ["**", "*(", ""])
    #expect(parts.map(\.close) == [".**", ")*", ""])
  }
}
