import Foundation
import Reports
import Responses

/// Writes the mini-survey as every survey tool exports it: a CSV file, a workbook and, where codes
/// have to be told, a recipe.
///
/// `exports FOLDER ROWS SEED` prints one line for each form: its name and its recipe or `-`.
@main enum Exports {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 3, let rows = Int(words[1]), let seed = UInt64(words[2]), rows > 0 else {
      print("exports takes a folder, a number of rows and a seed")
      exit(64)
    }
    let folder = URL(filePath: words[0])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let records = MiniRecord.different(rows, seed: seed)
    for writer in DialectWriter.all {
      let name = writer.fileName
      try Data(writer.export(records).utf8).write(to: folder.appending(path: name + ".csv"))
      try Data(writer.workbook(records)).write(to: folder.appending(path: name + ".xlsx"))
      var recipe = "-"
      if let map = writer.recipe {
        recipe = name + "-map.csv"
        let bytes = RecipeCSV.write(map, to: ByteSink()).bytes
        try Data(bytes).write(to: folder.appending(path: recipe))
      }
      print("\(name) \(recipe)")
    }
  }
}
