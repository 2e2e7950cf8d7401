/// One run of lines that differ between two texts, without context.
///
/// Lines are 1-based, ranges half-open. A line ends at a line feed; a text without one at its end
/// has a last line all the same.
///
/// An empty range stands *before* the line that is its lower bound: where lines are only inserted,
/// `base` is `k..<k` and the lines `head` come before the old line `k` (which does not exist when
/// they come at the end); where lines are only deleted, `head` is empty in the same way.
///
/// Git writes this otherwise: in `@@ -a,b +c,d @@` an empty side (`b` or `d` is 0) names the line
/// *after* which it stands, so that `-2,0` is `3..<3` here and `-0,0` is `1..<1`. A side that is
/// not empty is `a..<a+b`.
package struct Hunk: Hashable, Sendable {
  /// The lines in the old text.
  package let base: Range<Int>

  /// The lines in the new text.
  package let head: Range<Int>

  package init(base: Range<Int>, head: Range<Int>) {
    self.base = base
    self.head = head
  }

  /// Converts the four numbers of git's `@@ -oldStart,oldLines +newStart,newLines @@`.
  init(oldStart: Int, oldLines: Int, newStart: Int, newLines: Int) {
    let base = oldLines == 0 ? oldStart + 1 : oldStart
    let head = newLines == 0 ? newStart + 1 : newStart
    self.init(base: base..<base + oldLines, head: head..<head + newLines)
  }
}
