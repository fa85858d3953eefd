import Foundation

/// Reads what the scripts in `Reference` recorded.
enum Reference {
  /// Decodes a recorded file that lies beside the tests.
  static func read<Table: Decodable>(_ name: String, as type: Table.Type) throws -> Table {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference").appending(path: name)
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

/// How far a figure is from the recorded one, relative to the latter, with a floor near 0.
func distance(_ figure: Double, _ recorded: Double, floor: Double = 1e-300) -> Double {
  abs(figure - recorded) / max(abs(recorded), floor)
}

/// The relative distance of a figure that may not exist; infinite if only one of them does.
func distance(_ figure: Double?, _ recorded: Double?, floor: Double = 1e-12) -> Double {
  switch (figure, recorded) {
  case (let figure?, let recorded?): distance(figure, recorded, floor: floor)
  case (nil, nil): 0
  default: .infinity
  }
}
