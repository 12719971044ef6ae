package dev.backendadvisor.retrieval;

final class Tuning {
  static float f(String name, String d) {
    return Float.parseFloat(System.getProperty("tune." + name, d));
  }

  static String s(String name, String d) {
    return System.getProperty("tune." + name, d);
  }

  static final float TITLE = f("title", "0.5");
  static final float HEADINGS = f("headings", "0.7");
  static final boolean COMBINED = s("combined", "false").equals("true");
  static final float K1 = f("k1", "1.2");
  static final float B = f("b", "0.75");
  static final String FUSION = s("fusion", "minmax");
  static final double MEANING = f("meaning", "0.5");
  static final int DEPTH = (int) f("depth", "100");
  static final double FLOOR = f("floor", "0");
}
