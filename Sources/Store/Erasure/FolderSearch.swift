import Foundation
public import Responses

/// Looks for a name in every file of a folder, byte by byte.
public enum FolderSearch {
  /// The files below a folder that hold one of the spellings, whatever their case; sorted.
  ///
  /// - Throws: `StoreTrouble` where a file cannot be read, since nothing is then proved.
  /// - Complexity: O(bytes × spellings).
  public static func files(in folder: String, holding name: ErasedName) throws -> [String] {
    let needles = Set(name.spellings.flatMap(forms))
    let others = Set(name.others.flatMap(forms))
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
      throw StoreTrouble.notReadable(file: folder)
    }
    var found: [String] = []
    for case let file as String in walk {
      let path = folder + "/" + file
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw StoreTrouble.notReadable(file: path)
      }
      let texts = [folded(data), folded(Data(file.utf8))]
      if needles.contains(where: { needle in
        texts.contains { holds($0, needle, besides: others) }
      }) {
        found.append(file)
      }
    }
    return found.sorted()
  }

  /// A spelling as bytes: composed and not, and in capitals, where only ASCII letters are folded.
  private static func forms(_ spelling: String) -> [Data] {
    [spelling, spelling.uppercased(), spelling.lowercased()].flatMap {
      [$0.precomposedStringWithCanonicalMapping, $0.decomposedStringWithCanonicalMapping]
    }.map { folded(Data($0.utf8)) }
  }

  /// Whether a spelling stands somewhere that is no part of another pupil's name.
  private static func holds(_ bytes: Data, _ needle: Data, besides others: Set<Data>) -> Bool {
    let longer = others.compactMap { other in
      other.range(of: needle).map { (bytes: other, offset: $0.lowerBound) }
    }
    var start = bytes.startIndex
    while let found = bytes.range(of: needle, in: start..<bytes.endIndex) {
      let isOthers = longer.contains { other in
        let first = found.lowerBound - other.offset
        return first >= bytes.startIndex && first + other.bytes.count <= bytes.endIndex
          && bytes[first..<first + other.bytes.count] == other.bytes
      }
      if !isOthers { return true }
      start = found.lowerBound + 1
    }
    return false
  }

  /// Bytes with ASCII letters made small.
  private static func folded(_ bytes: Data) -> Data {
    Data(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }
}
