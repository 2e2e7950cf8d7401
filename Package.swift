// swift-tools-version: 6.2
import PackageDescription

/// What every target shares; a warning is an error.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// For every module that touches no C: a pointer there is an error.
let safe = settings + [.strictMemorySafety()]

/// What `.github/scripts/package` links the program with, flags for `swiftc`.
///
/// The tools that a build runs are linked as ever.
let linking = (Context.environment["RUBRIC_LINKING"] ?? "").split(separator: " ").map(String.init)

let package = Package(
  name: "rubric",
  products: [.executable(name: "rubric", targets: ["rubric"])],
  targets: [
    .systemLibrary(
      name: "CCMark",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    .target(
      name: "RuleBooks",
      path: "rules",
      exclude: ["README.md"],
      resources: [
        .embedInCode("awesome.yml"), .embedInCode("badges.yml"), .embedInCode("blocks.yml"),
        .embedInCode("linked-titles.yml"), .embedInCode("nested.yml"), .embedInCode("papers.yml"),
        .embedInCode("paragraphs.yml"), .embedInCode("schema.json"), .embedInCode("tables.yml"),
      ],
      swiftSettings: settings,
      plugins: ["CompileRulebooks"]
    ),
    .plugin(
      name: "CompileRulebooks",
      capability: .buildTool(),
      dependencies: ["rulebook-compiler"],
      path: "Sources/CompileRulebooks"
    ),
    .executableTarget(
      name: "rulebook-compiler",
      dependencies: ["YAML"],
      swiftSettings: settings
    ),

    .target(name: "Text", swiftSettings: safe),
    .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CYAML", "Text"], swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CCMark", "Text"], swiftSettings: settings),
    .target(name: "ListModel", dependencies: ["Markdown", "Text", "YAML"], swiftSettings: safe),
    .target(name: "Parsing", dependencies: ["ListModel", "Markdown", "Text"], swiftSettings: safe),
    .target(
      name: "Rules",
      dependencies: ["ListModel", "Markdown", "Parsing", "Patterns", "RuleBooks", "Text", "YAML"],
      swiftSettings: safe
    ),
    .target(
      name: "Learning",
      dependencies: ["ListModel", "Markdown", "Parsing", "Rules", "Text", "YAML"],
      swiftSettings: safe
    ),
    .target(
      name: "Classifier",
      dependencies: ["Learning", "ListModel", "Markdown", "Parsing", "Rules", "Text"],
      swiftSettings: safe
    ),

    .target(name: "Git", dependencies: ["CGit2", "Text"], swiftSettings: settings),

    .target(name: "HTTP", dependencies: ["CCurl"], swiftSettings: settings),
    .target(name: "GitHub", dependencies: ["HTTP", "Text"], swiftSettings: safe),

    .target(name: "XML", dependencies: ["CExpat"], swiftSettings: settings),
    .target(name: "Compression", dependencies: ["CZlib"], swiftSettings: settings),
    .target(
      name: "Facts",
      dependencies: ["Compression", "HTTP", "ListModel", "Rules", "XML"],
      swiftSettings: safe
    ),

    .target(
      name: "Writing",
      dependencies: [
        "Classifier", "Learning", "ListModel", "Markdown", "Parsing", "Rules", "Text", "YAML",
      ],
      swiftSettings: safe
    ),

    .target(
      name: "Review",
      dependencies: [
        "Classifier", "Git", "GitHub", "HTTP", "Learning", "ListModel", "Markdown", "Parsing",
        "Rules", "Text", "Writing", "YAML",
      ],
      swiftSettings: safe
    ),

    .target(
      name: "Sweep",
      dependencies: [
        "Classifier", "GitHub", "HTTP", "Learning", "ListModel", "Markdown", "Parsing", "Review",
        "Rules", "Text",
      ],
      swiftSettings: safe
    ),

    .target(
      name: "Adding",
      dependencies: [
        "GitHub", "HTTP", "Learning", "ListModel", "Markdown", "Review", "Rules", "Sweep",
        "Writing",
      ],
      swiftSettings: safe
    ),

    .target(
      name: "Page",
      dependencies: [
        "Classifier", "Git", "Learning", "ListModel", "Markdown", "Parsing", "Review", "Rules",
        "Text",
      ],
      resources: [
        .embedInCode("Web/citation.js"), .embedInCode("Web/health.html"),
        .embedInCode("Web/page.html"), .embedInCode("Web/script.js"), .embedInCode("Web/style.css"),
      ],
      swiftSettings: safe
    ),

    .executableTarget(
      name: "rubric",
      dependencies: [
        "Adding", "Classifier", "Facts", "Git", "GitHub", "HTTP", "Learning", "ListModel",
        "Markdown", "Page", "Parsing", "Review", "RuleBooks", "Rules", "Sweep", "Text", "Writing",
        "YAML",
      ],
      resources: [.embedInCode("Sample/list.md")],
      swiftSettings: safe,
      linkerSettings: linking.isEmpty ? [] : [.unsafeFlags(linking)]
    ),

    .executableTarget(
      name: "writing-survey",
      dependencies: [
        "Classifier", "Learning", "ListModel", "Markdown", "Parsing", "Review", "Rules", "Text",
        "Writing",
      ],
      path: "Tests/WritingSurvey",
      swiftSettings: settings
    ),
    .testTarget(
      name: "WritingTests",
      dependencies: ["Learning", "ListModel", "Markdown", "Parsing", "Rules", "Writing"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FactsTests",
      dependencies: [
        "Classifier", "Facts", "FactsServer", "GitHubServer", "HTTP", "ListModel", "Markdown",
        "Rules",
      ],
      swiftSettings: settings
    ),
    .target(
      name: "FactsServer",
      dependencies: ["Facts", "GitHubServer", "HTTP"],
      path: "Tests/FactsServer",
      swiftSettings: settings
    ),
    .target(name: "Mutation", path: "Tests/Mutation", swiftSettings: settings),
    .testTarget(name: "GitTests", dependencies: ["Git", "Mutation"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["Markdown", "Mutation"],
      swiftSettings: settings
    ),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"], swiftSettings: settings),
    .testTarget(name: "TextTests", dependencies: ["Markdown", "Text"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(name: "ListModelTests", dependencies: ["ListModel"], swiftSettings: settings),
    .testTarget(
      name: "ParsingTests",
      dependencies: ["Learning", "ListModel", "Markdown", "Parsing", "Rules", "Text"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "LearningTests",
      dependencies: ["Learning", "ListModel", "Markdown", "Parsing", "Rules"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ClassifierTests",
      dependencies: ["Classifier", "Learning", "ListModel", "Markdown", "Mutation", "Rules"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "Classifier", "Git", "Learning", "ListModel", "Markdown", "Mutation", "Review", "Rules",
      ],
      exclude: ["Lists"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "Classifier", "Learning", "ListModel", "Markdown", "Mutation", "Parsing", "Patterns",
        "RuleBooks", "Rules", "Text", "YAML",
      ],
      exclude: ["Lists"],
      swiftSettings: settings
    ),

    .testTarget(
      name: "PageTests",
      dependencies: [
        "Classifier", "Git", "GitHubServer", "Learning", "ListModel", "Markdown", "Page", "Review",
        "rubric", "Rules",
      ],
      swiftSettings: settings
    ),

    .target(
      name: "GitHubServer",
      path: "Tests/GitHubServer",
      exclude: ["Description"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "github-simulator",
      dependencies: ["GitHubServer"],
      path: "Tests/GitHubSimulator",
      swiftSettings: settings
    ),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "CCMark", "Classifier", "GitHub", "Learning", "ListModel", "Markdown", "Parsing", "Review",
        "Rules", "YAML",
      ],
      path: "Tests/Fuzz/Targets",
      swiftSettings: settings
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzTargets", "Mutation"],
      path: "Tests/Fuzz/Tests",
      swiftSettings: settings
    ),
    .testTarget(
      name: "HTTPTests",
      dependencies: ["GitHubServer", "HTTP"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GitHubTests",
      dependencies: ["GitHub", "GitHubServer", "HTTP"],
      exclude: ["Payloads"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RubricTests",
      dependencies: ["GitHubServer", "Review", "YAML", "rubric"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AddingTests",
      dependencies: [
        "Adding", "FactsServer", "GitHub", "GitHubServer", "HTTP", "ListModel", "Review", "Rules",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SweepTests",
      dependencies: [
        "Facts", "FactsServer", "GitHub", "GitHubServer", "HTTP", "Learning", "ListModel",
        "Markdown", "Review", "Rules", "Sweep", "Text",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "Classifier", "Facts", "FactsServer", "Git", "GitHub", "GitHubServer", "HTTP", "Learning",
        "ListModel", "Markdown", "Mutation", "Review", "RuleBooks", "Rules", "YAML",
      ],
      exclude: ["Scenarios", "Seed"],
      swiftSettings: settings
    ),
  ]
)

// What `.github/scripts/fuzz` builds, in a folder of its own: the sanitizer's library has to be there.
if Context.environment["RUBRIC_FUZZING"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", "FuzzTargets"],
      path: "Tests/Fuzz/Program",
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    ),
  ]
}
