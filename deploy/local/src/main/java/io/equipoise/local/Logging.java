package io.equipoise.local;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** One configuration of logging for a whole process, however many Spring applications run in it. */
public final class Logging {

    private Logging() {}

    /** Must come before the first logger. */
    public static void configure(Stack stack, String process) {
        System.setProperty("equipoise.process", process);
        System.setProperty("equipoise.logs", stack.logs().toString());
        System.setProperty("logback.configurationFile", "local/logging.xml");
        System.setProperty(
                "org.springframework.boot.logging.LoggingSystem", "none"); // else the first application rules
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install(); // Tomcat logs through java.util.logging
    }
}
