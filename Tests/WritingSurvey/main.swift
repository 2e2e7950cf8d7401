// Takes entries out of lists and lets them be added again from what they say, to see how near that comes.
//
//     writing-survey [--verbose] NAME=FILE...
import Foundation
import Markdown

var words = Array(CommandLine.arguments.dropFirst())
let isVerbose = words.first == "--verbose"
if isVerbose { words.removeFirst() }
let perList = 10

var byShape: [String: SurveyTally] = [:]
var total = SurveyTally()
for word in words {
  let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
  let text = SourceText(Array(try Data(contentsOf: URL(filePath: parts[1]))))
  guard let thinning = try Thinning(text, taking: perList) else { continue }
  var tally = SurveyTally()
  for number in thinning.chosen.indices {
    let trial = Trial(thinning, number, parts[0])
    tally += trial.tally
    byShape[trial.shape, default: SurveyTally()] += trial.tally
    if isVerbose { for line in trial.report { print(line) } }
  }
  print("\(parts[0]): \(tally.line)")
  total += tally
}
print("")
for (shape, tally) in byShape.sorted(by: { $0.key < $1.key }) { print("\(shape): \(tally.line)") }
print("all: \(total.line)")
