import Foundation

extension Audit {
  /// Whether a text is the name of a recipe rather than the path of a file: it has no extension and
  /// nothing that parts folders.
  public static func isRecipeName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 60 && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_".contains($0) }
  }

  /// The names of the recipes that are kept, sorted.
  ///
  /// - Throws: `StoreTrouble` where their folder cannot be read.
  public func recipes() throws -> [String] {
    let place = folder + "/" + AuditFiles.recipes
    guard FileManager.default.fileExists(atPath: place) else { return [] }
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: place) else {
      throw StoreTrouble.notReadable(file: place)
    }
    return files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
      .filter(Self.isRecipeName).sorted()
  }

  /// The path of the recipe of a name, whether it is there or not.
  public func recipePath(_ name: String) -> String {
    "\(folder)/\(AuditFiles.recipes)/\(name).csv"
  }

  /// Keeps a recipe under a name, whole or not at all; one of that name is replaced.
  ///
  /// - Throws: `StoreTrouble`; what was there is then as it was.
  public func keepRecipe(_ bytes: [UInt8], as name: String) throws {
    precondition(Self.isRecipeName(name))
    let place = folder + "/" + AuditFiles.recipes
    do {
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreTrouble.notWritable(file: place)
    }
    try DurableFile.write(bytes, to: recipePath(name))
  }
}
