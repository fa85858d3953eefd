import Diagnostics
import Instruments

/// Finds instruments by the methods of a framework that they carry out.
struct RecordShelf {
  private let shelf: InstrumentShelf

  init(_ shelf: InstrumentShelf) { self.shelf = shelf }

  /// All instruments of the shelves but published keys; faults go to the console.
  func all(_ console: inout Console) -> [Instrument] {
    (shelf.files(in: "") + shelf.files(in: InstrumentShelf.recordFolder)).compactMap {
      shelf.instrument($0, &console)
    }
  }

  /// The instrument that carries out a method, or the one of an id or a path.
  ///
  /// Where several carry out a method, the first record of the shelf counts.
  func instrument(named name: String, _ console: inout Console) -> Instrument? {
    guard Self.isMethod(name) else { return shelf.instrument(name, &console) }
    let found = all(&console).filter { $0.methods.contains(name) }
    if let instrument = found.first(where: { $0.record != nil }) ?? found.first {
      return instrument
    }
    console.sink.error(.noInstrumentFor(name), at: Location(file: name))
    return nil
  }

  private static func isMethod(_ name: String) -> Bool {
    guard let first = name.first, first.isUppercase else { return false }
    return name.contains(".M")
  }
}

extension Diagnostic.Message {
  static func noInstrumentFor(_ method: String) -> Self {
    Self(
      id: "no-instrument-for-method",
      "no instrument carries out the method '\(method.clipped)'; 'mhars record methods' lists those "
        + "that there are")
  }
}
