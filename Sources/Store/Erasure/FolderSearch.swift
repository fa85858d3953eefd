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
    return try files(in: folder) { _, texts in
      needles.contains { needle in texts.contains { holds($0, needle, besides: others) } }
    }
  }

  /// The files below a folder, the databases aside, in which an id or a name that is too short to be
  /// looked for in texts stands as a word of its own; sorted.
  ///
  /// The databases hold such a word only where it is another's, since every row of the pupil is gone.
  ///
  /// - Throws: `StoreTrouble` where a file cannot be read, since nothing is then proved.
  public static func files(in folder: String, holdingWordsOf name: ErasedName) throws -> [String] {
    let needles = Set(name.words.flatMap(forms))
    if needles.isEmpty { return [] }
    return try files(in: folder) { file, texts in
      (!AuditFiles.own.contains(file) || file == AuditFiles.actions)
        && needles.contains { needle in texts.contains { isWord(needle, in: $0) } }
    }
  }

  private static func isWord(_ needle: Data, in bytes: Data) -> Bool {
    func isLetter(_ place: Data.Index) -> Bool {
      guard bytes.indices.contains(place) else { return false }
      let byte = bytes[place]
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    var start = bytes.startIndex
    while let found = bytes.range(of: needle, in: start..<bytes.endIndex) {
      if !isLetter(found.lowerBound - 1), !isLetter(found.upperBound) { return true }
      start = found.lowerBound + 1
    }
    return false
  }

  /// The files below a folder whose content or name is the one that is looked for; sorted.
  private static func files(
    in folder: String, where isWanted: (_ file: String, _ texts: [Data]) -> Bool
  ) throws -> [String] {
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
      if isWanted(file, [folded(data), folded(Data(file.utf8))]) { found.append(file) }
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
