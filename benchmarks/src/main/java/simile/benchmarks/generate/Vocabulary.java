package simile.benchmarks.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The words of which analogies are made, as UTF-8 that needs no escaping in JSON. */
final class Vocabulary {
  /** From the most to the least frequent. */
  static final byte[][] DOMAINS =
      words(
          "solar system, atom, water flow, electric circuit, heart, pump, computer, brain, economy,"
              + " ecosystem, immune system, army, language, music, architecture, evolution, market,"
              + " river, traffic, blood circulation, cell, factory, city, ant colony, orchestra,"
              + " kitchen, chemistry laboratory, library, memory, war, argument, journey, life,"
              + " theatre, garden, education, weaving, carpentry, sailing, medicine, law, football,"
              + " chess, weather, ocean currents, geology, photography, telegraph network, beehive,"
              + " clockwork");

  static final byte[][] CONCEPTS =
      words(
          "nucleus, electron, planet, sun, gravity, charge, mass, orbit, pressure, current, voltage,"
              + " resistance, valve, chamber, vessel, flow, reservoir, processor, memory, signal,"
              + " neuron, synapse, demand, supply, price, predator, prey, nutrient, antibody, virus,"
              + " soldier, fortress, grammar, melody, rhythm, foundation, column, mutation, selection,"
              + " trader, tributary, delta, intersection, vehicle, membrane, worker, machine, street,"
              + " queen, conductor, violin, recipe, ingredient, reagent, catalyst, shelf, catalogue,"
              + " recall, strategy, premise, conclusion, destination, obstacle, birth, stage, actor,"
              + " seed, root, teacher, pupil, warp, weft, joint, chisel, keel, rudder, symptom, cure,"
              + " statute, judge, goal, opponent, bishop, sacrifice, front, storm, gyre, upwelling,"
              + " stratum, fault, aperture, exposure, relay, message, honeycomb, drone, gear, spring,"
              + " pendulum, escapement");

  static final byte[][] UNUSUAL =
      words(
          "naïveté, Gedächtnis, façade, señal, 電子, 惑星, вихрь, корень, ἀναλογία, تيار, 🌊 wave, 🐝 swarm");

  static final byte[][] FRAMES =
      words(
          "Cause_motion, Containment, Exchange, Conflict, Growth, Transfer, Part_whole, Control,"
              + " Communication, Cycle, Competition, Construction, Perception, Attraction, Path, Support");

  static final byte[][] TAGS =
      words(
          "structural, relational, science, history, craft, everyday, teaching, reviewed, metaphor,"
              + " systematic, one-to-many, surface, causal, draft");

  static final byte[][] NOTES =
      words(
          "keeps relations between parts and drops what they are made of, taught in the first year"
              + " and corrected later on, both sides conserve a quantity while something moves"
              + " round a closed path, holds for the whole but fails where the target has no"
              + " counterpart, proposed by a reader and checked against two textbooks, strongest"
              + " where causes line up on both sides, weak on surface features yet strong on"
              + " systematic structure, explains why a small change upstream is felt downstream");

  private Vocabulary() {}

  private static byte[][] words(String list) {
    String[] words = list.split(", ", -1);
    byte[][] utf8 = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      utf8[i] = words[i].getBytes(UTF_8);
    }
    return utf8;
  }
}
