import Foundation
public import Responses

/// Looks for a name in every file of a folder, byte by byte.
public enum FolderSearch {
  /// The files below a folder that hold one of the spellings, whatever their case; sorted.
  ///
  /// - Throws: `StoreTrouble` where a file cannot be read, since nothing is then proved.
  /// - Complexity: O(bytes × spellings).
  public static func files(in folder: String, holding name: ErasedName) throws -> [String] {
    let needles = Set(
      name.spellings.flatMap { spelling in
        [spelling, spelling.decomposedStringWithCanonicalMapping].map { folded(Data($0.utf8)) }
      })
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
        texts.contains { $0.range(of: needle) != nil }
      }) {
        found.append(file)
      }
    }
    return found.sorted()
  }

  /// Bytes with ASCII letters made small.
  private static func folded(_ bytes: Data) -> Data {
    Data(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }
}
