import Diagnostics

@testable import Responses

/// Recipes: one that can be read leads an import without breaking it.
enum RecipeTarget {
  private static let answers = Array(
    """
    record_id,year,class,worry___1,worry___2,safe_class,safe_playground,comment,a,b
    1,3,x,1,0,4,2,hello,1,0
    2,4,y,0,0,1,3,"a, b",,

    """.utf8)

  static func run(_ bytes: [UInt8]) throws {
    let survey = try found(FuzzSamples.survey, "the survey cannot be read")
    var sink = DiagnosticSink()
    let source = FileSource(name: "map.csv", bytes: bytes)
    let recipe = RecipeFile.read(source, for: survey, reporting: &sink)
    try expect((recipe == nil) == sink.hasErrors, "a recipe and errors, or neither")
    guard let recipe else { return }
    var options = ImportOptions()
    options.recipe = recipe
    options.acceptsRejects = true
    let file = FileSource(name: "answers.csv", bytes: answers)
    var faults = DiagnosticSink()
    let outcome = ResponseImport.read(file, for: survey, options: options, reporting: &faults)
    try expect((outcome == nil) == faults.hasErrors, "a table and errors, or neither")
    if let ledger = outcome?.ledger {
      try expect(
        ledger.read == 2 && ledger.read == ledger.used + ledger.excluded.values.reduce(0, +),
        "records are lost")
    }
  }
}
