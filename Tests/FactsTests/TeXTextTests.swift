import Testing

@testable import Facts

/// What BibTeX files write, as text.
struct TeXTextTests {
  @Test(arguments: [
    ("{PAC} Rank Elicitation", "PAC Rank Elicitation"),
    ("Bez{\\'{a}}kov{\\'{a}}", "Bez\u{E1}kov\u{E1}"),
    ("H{\\\"u}llermeier", "H\u{FC}llermeier"),
    ("Busa{-}Fekete", "Busa-Fekete"),
    ("{\\L}ukasz Wei{\\ss}", "\u{141}ukasz Wei\u{DF}"),
    ("{\\'{\\i}}", "\u{ED}"),
    ("$\\alpha$-{GAN} {\\&} more", "\u{3B1}-GAN & more"),
    ("{M}a{\\c{c}}a", "Ma\u{E7}a"),
    ("A  title\n   over two lines", "A title over two lines"),
    ("pages 1--2", "pages 1-2"),
  ])
  func `TeX becomes the letters it stands for`(_ text: String, _ plain: String) {
    #expect(TeXText.plain(text) == plain)
  }
}
