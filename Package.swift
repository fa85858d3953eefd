// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of this package, with the settings that every target shares.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target; golden files are read from the source tree, not bundled.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
    swiftSettings: settings)
}

/// The readers of foreign files with what must hold of them: a test that runs the kept inputs, or,
/// where `MHARS_FUZZ` is set, the program that makes further ones out of them.
let fuzzing: [Target] =
  if ProcessInfo.processInfo.environment["MHARS_FUZZ"] == nil {
    [
      .testTarget(
        name: "FuzzTests", dependencies: ["Diagnostics", "Instruments", "Responses"],
        path: "Tests/Fuzz", exclude: ["CLibFuzzer", "Corpus", "Driver", "README.md", "fuzz.py"],
        swiftSettings: settings)
    ]
  } else {
    [
      .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
      .executableTarget(
        name: "fuzz", dependencies: ["CLibFuzzer", "Diagnostics", "Instruments", "Responses"],
        path: "Tests/Fuzz",
        exclude: ["CLibFuzzer", "Corpus", "CorpusTests.swift", "README.md", "fuzz.py"],
        swiftSettings: settings),
    ]
  }

let package = Package(
  name: "mhars",
  products: [
    .executable(name: "mhars", targets: ["mhars"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSQLiteLog", providers: [.apt(["libsqlite3-dev"])]),
    library("Diagnostics"),
    library("Statistics"),
    library("Sociometry"),
    library("Instruments", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    library("Responses", ["Diagnostics", "Instruments", "CLibCSV", "CLibZip"]),
    library("Analysis", ["Instruments", "Responses", "Statistics", "Sociometry"]),
    library(
      "Store",
      [
        "CSQLiteLog", "Diagnostics", "Instruments", "Responses",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library(
      "Reports",
      ["Diagnostics", "Instruments", "Responses", "Statistics", "Sociometry", "Analysis"]),
    .executableTarget(
      name: "mhars",
      dependencies: [
        "Diagnostics", "Instruments", "Responses", "Analysis", "Store", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "simulate",
      dependencies: [
        "Diagnostics", "Instruments", "Responses", "Analysis", "Sociometry", "Statistics",
      ], path: "Tests/Simulation",
      swiftSettings: settings),
    .executableTarget(
      name: "exports", dependencies: ["Responses", "Reports"], path: "Tests/Exports",
      swiftSettings: settings),
    tests(of: "Diagnostics"),
    tests(of: "Statistics", ["simulate"], exclude: ["Reference"]),
    tests(of: "Sociometry", ["Statistics", "simulate"], exclude: ["Reference"]),
    tests(of: "Instruments", ["Diagnostics"]),
    tests(of: "Responses", ["exports", "CLibZip", "Diagnostics", "Instruments", "Statistics"]),
    tests(
      of: "Analysis", ["Diagnostics", "Instruments", "Responses", "Statistics", "Sociometry"]),
    tests(
      of: "Store",
      [
        "exports", "Diagnostics", "Instruments", "Responses", "Statistics", "Analysis",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(of: "Reports", ["Diagnostics", "Instruments", "Responses", "Analysis", "Statistics"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["mhars", "Statistics"],
      exclude: ["Reference", "Golden", "Schools"], swiftSettings: settings),
  ] + fuzzing
)
