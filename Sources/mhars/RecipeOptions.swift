import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses

/// How the columns of an export belong to the instrument.
struct RecipeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A recipe: which column is which item, and what its answers mean. See docs/recipes.md.",
      valueName: "file"))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "Keep how this file was read as a recipe for the next time.", valueName: "file"))
  var saveMap: String?

  @Flag(help: "Say where each column goes, and why.")
  var explain = false

  /// Whether any of them is given.
  var isGiven: Bool { map != nil || saveMap != nil || explain }

  /// The recipe; `nil` where none is named, and on a fault, which the console then holds.
  func recipe(for instrument: Instrument, _ console: inout Console) -> ImportRecipe? {
    map.flatMap { RecipeFile.read(FileSource(path: $0), for: instrument, reporting: &console.sink) }
  }

  /// Says where the columns of a file go, where that was asked.
  func tell(_ file: String, _ instrument: Instrument, _ options: ImportOptions) {
    guard explain,
      let reading = ExportReading(FileSource(path: file), for: instrument, options: options)
    else { return }
    Terminal.complain(ExplanationText.lines(reading).joined(separator: "\n"))
  }

  /// Keeps the recipe of a file that was read, where that was asked.
  func save(_ file: String, _ instrument: Instrument, _ options: ImportOptions) throws {
    guard let saveMap,
      let reading = ExportReading(FileSource(path: file), for: instrument, options: options)
    else { return }
    let output = try OutputFile(saveMap)
    _ = RecipeCSV.write(reading.recipe, to: output.sink)
    try output.close()
  }

  /// Stops before a recipe replaces a file that is read.
  func refuse(overwriting inputs: [String]) throws {
    try OutputOptions.refuse(
      saveMap, of: "--save-map", overwriting: inputs + [map].compactMap { $0 })
  }
}
