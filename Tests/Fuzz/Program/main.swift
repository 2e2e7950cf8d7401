// fuzz TARGET [OPTION OF LIBFUZZER...]
internal import CFuzzer
internal import FuzzTargets
internal import Glibc

/// The target of this process; the driver's callback can carry nothing.
nonisolated(unsafe) private var target = FuzzTarget.blocks

guard CommandLine.arguments.count > 1,
  let chosen = FuzzTarget(rawValue: CommandLine.arguments[1])
else {
  let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
  print("usage: fuzz \(names) [OPTION OF LIBFUZZER...]")
  exit(2)
}
target = chosen

var arguments: [UnsafeMutablePointer<CChar>?] =
  ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) }
var count = Int32(arguments.count)
arguments.append(nil)
let status = arguments.withUnsafeMutableBufferPointer { buffer in
  var base = buffer.baseAddress
  return LLVMFuzzerRunDriver(&count, &base) { data, size in
    target.run(data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? [])
    return 0
  }
}
exit(status)
