/// Says on standard error how far something is that takes long: nothing in the first second, then once a second.
final class PageProgress {
  private let start = ContinuousClock.now
  private var next = Duration.seconds(1)

  func tell(_ what: String, _ done: Int, of total: Int) {
    let elapsed = ContinuousClock.now - start
    guard elapsed >= next else { return }
    next = elapsed + .seconds(1)
    printError("rubric: \(what), \(done) of \(total)")
  }
}
