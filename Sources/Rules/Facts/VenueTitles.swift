internal import Text

/// Venues as proceedings and journals write them in full, and their short names.
enum VenueTitles {
  /// Words in lower case that only one venue's title has, the more special first.
  private static let phrases: [(words: String, name: String)] = [
    ("pacific asia conference on knowledge discovery", "PAKDD"),
    ("european conference on computer vision", "ECCV"),
    ("asian conference on computer vision", "ACCV"),
    ("winter conference on applications of computer vision", "WACV"),
    ("computer vision and pattern recognition", "CVPR"),
    ("international conference on computer vision", "ICCV"),
    ("british machine vision conference", "BMVC"),
    ("international conference on 3d vision", "3DV"),
    ("advances in neural information processing systems", "NeurIPS"),
    ("conference on neural information processing systems", "NeurIPS"),
    ("asian conference on machine learning", "ACML"),
    ("international conference on machine learning", "ICML"),
    ("international conference on learning representations", "ICLR"),
    ("artificial intelligence and statistics", "AISTATS"),
    ("uncertainty in artificial intelligence", "UAI"),
    ("aaai conference on artificial intelligence", "AAAI"),
    ("international joint conference on artificial intelligence", "IJCAI"),
    ("international joint conferences on artificial intelligence", "IJCAI"),
    ("conference on learning theory", "COLT"),
    ("conference on robot learning", "CoRL"),
    ("international conference on robotics and automation", "ICRA"),
    ("robotics and automation letters", "RA-L"),
    ("intelligent robots and systems", "IROS"),
    ("robotics science and systems", "RSS"),
    ("acoustics speech and signal processing", "ICASSP"),
    ("international conference on image processing", "ICIP"),
    ("international conference on multimedia and expo", "ICME"),
    ("international conference on multimedia retrieval", "ICMR"),
    ("acm international conference on multimedia", "ACM MM"),
    ("international conference on pattern recognition", "ICPR"),
    ("knowledge discovery and data mining", "KDD"),
    ("empirical methods in natural language processing", "EMNLP"),
    ("north american chapter of the association for computational linguistics", "NAACL"),
    ("european chapter of the association for computational linguistics", "EACL"),
    ("transactions of the association for computational linguistics", "TACL"),
    ("annual meeting of the association for computational linguistics", "ACL"),
    ("international conference on computational linguistics", "COLING"),
    ("conference on language modeling", "COLM"),
    ("medical image computing and computer assisted intervention", "MICCAI"),
    ("medical imaging with deep learning", "MIDL"),
    ("international symposium on biomedical imaging", "ISBI"),
    ("transactions on pattern analysis and machine intelligence", "TPAMI"),
    ("international journal of computer vision", "IJCV"),
    ("transactions on image processing", "TIP"),
    ("transactions on multimedia computing", "TOMM"),
    ("transactions on multimedia", "TMM"),
    ("transactions on machine learning research", "TMLR"),
    ("journal of machine learning research", "JMLR"),
    ("transactions on graphics", "TOG"),
    ("transactions on visualization and computer graphics", "TVCG"),
    ("transactions on circuits and systems for video technology", "TCSVT"),
    ("transactions on neural networks and learning systems", "TNNLS"),
    ("transactions on geoscience and remote sensing", "TGRS"),
    ("geoscience and remote sensing symposium", "IGARSS"),
    ("medical image analysis", "MedIA"),
    ("transactions on medical imaging", "TMI"),
    ("the web conference", "WWW"),
    ("world wide web", "WWW"),
    ("human factors in computing systems", "CHI"),
    ("research and development in information retrieval", "SIGIR"),
    ("information and knowledge management", "CIKM"),
    ("web search and data mining", "WSDM"),
    ("conference on recommender systems", "RecSys"),
    ("international conference on data engineering", "ICDE"),
  ]

  /// Returns the names of the venues whose words stand among others in lower case, with one space between them, the
  /// more special first.
  static func names(among words: String) -> [String] {
    let bytes = [.space] + Array(words.utf8) + [.space]
    return padded.filter { bytes.firstRange(of: $0.words, in: 0..<bytes.count) != nil }.map(\.name)
  }

  /// The phrases as whole words.
  private static let padded = phrases.map { (words: " \($0.words) ", name: $0.name) }

  /// The names that DBLP's keys have for venues, where these are not names of theirs.
  static let keys: [String: String] = [
    "nips": "NeurIPS", "mm": "ACM MM", "pami": "TPAMI", "ral": "RA-L", "tcsv": "TCSVT",
    "tnn": "TNNLS", "mia": "MedIA", "corr": "CoRR", "bigdataconf": "IEEE BigData", "rss": "RSS",
  ]

  /// Words of volumes that are not the conference's own.
  static let workshopWords = [
    "workshop", "workshops", "companion", "adjunct", "tutorial", "tutorials", "demonstration",
    "demonstrations", "doctoral consortium", "student research",
  ]
}
