// Serves a simulated GitHub on the loopback interface, for programs that are tried out by hand or by a script:
// the repository octo/list with one pull request, number 1, that turns one README into another.
//
//     github-simulator BASE-COMMIT BASE-FILE HEAD-COMMIT HEAD-FILE
//
// Prints the address of the API and serves until standard input ends; then prints the requests that came, and on
// standard error whatever GitHub's description does not know. The token is ghs_writer.
import Foundation
import GitHubServer

let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 4 else {
  FileHandle.standardError.write(
    Data("Usage: github-simulator BASE-COMMIT BASE-FILE HEAD-COMMIT HEAD-FILE\n".utf8)
  )
  exit(2)
}

func commit(_ sha: String, _ file: String, _ parents: [String]) throws -> Scene.Commit {
  let text = try String(contentsOfFile: file, encoding: .utf8)
  return Scene.Commit(sha: sha, parents: parents, files: ["README.md": text])
}

var scene = Scene()
scene.commits[words[0]] = try commit(words[0], words[1], [])
scene.commits[words[2]] = try commit(words[2], words[3], [words[0]])
scene.branches["main"] = words[0]
scene.pulls[1] = Scene.Pull(
  number: 1,
  author: Scene.Account(id: 7, login: "contributor"),
  headRepository: "stranger/list",
  heads: [words[2]]
)

let github = SimulatedGitHub(scene)
print(github.url)
fflush(nil)
while readLine() != nil {}
for line in github.log { print(line) }
for line in github.violations { FileHandle.standardError.write(Data((line + "\n").utf8)) }
exit(github.violations.isEmpty ? 0 : 1)
